import { applyDecorators } from '@nestjs/common';
import { Column, CreateDateColumn, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

/** Half of every tenant table's primary key; the other half is `id`. */
export const OrganizationId = () => PrimaryColumn('uuid', { update: false });
export const Id = () => PrimaryColumn('uuid', { update: false });
export const RefColumn = () => Column('uuid');
export const OptionalRefColumn = () => Column('uuid', { nullable: true });
export const TextColumn = () => Column('text');
export const OptionalTextColumn = () => Column('text', { nullable: true });
export const TextsColumn = () => Column('text', { array: true });
export const OptionalRefsColumn = () => Column('uuid', { array: true, nullable: true });
export const OptionalInstantColumn = () => Column('timestamptz', { nullable: true });
export const DateColumn = () => Column('date');
export const OptionalDateColumn = () => Column('date', { nullable: true });
export const FlagColumn = () => Column('boolean');
export const IntegerColumn = () => Column('integer');
// Set when the row is inserted and never again: the database refuses the update.
export const FixedTextColumn = () => Column({ type: 'text', update: false });
export const FixedRefColumn = () => Column({ type: 'uuid', update: false });
export const OptionalFixedRefColumn = () => Column({ type: 'uuid', update: false, nullable: true });
export const FixedDateColumn = () => Column({ type: 'date', update: false });
export const FixedFlagColumn = () => Column({ type: 'boolean', update: false });
export const FixedIntegerColumn = () => Column({ type: 'integer', update: false });

/** Counts the changes of a row; the ETag of its resource. */
export const Version = () => VersionColumn();
export const CreatedAt = () => CreateDateColumn({ type: 'timestamptz', update: false });
export const UpdatedAt = () => applyDecorators(UpdateDateColumn({ type: 'timestamptz' }));

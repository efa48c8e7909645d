import { Entity } from 'typeorm';
import {
  CreatedAt,
  Id,
  OptionalRefColumn,
  OptionalTextColumn,
  OrganizationId,
  TextColumn,
  UpdatedAt,
  Version,
} from '../../database/columns.js';

export const tagStatuses = ['active', 'archived', 'merged'] as const;
export type TagStatus = (typeof tagStatuses)[number];

@Entity({ schema: 'platform', name: 'tag' })
export class Tag {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @TextColumn()
  name: string;

  @TextColumn()
  nameKey: string;

  @OptionalTextColumn()
  colour: string | null;

  @TextColumn()
  status: TagStatus;

  @OptionalRefColumn()
  mergedInto: string | null;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}

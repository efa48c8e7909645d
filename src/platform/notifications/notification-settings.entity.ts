import { Column, Entity } from 'typeorm';
import { CreatedAt, FixedRefColumn, Id, OrganizationId, TextColumn, UpdatedAt, Version } from '../database/columns.js';
import type { Language } from '../mail/language.js';
import type { Delivery } from './notification-kind.js';

@Entity({ schema: 'platform', name: 'notification_settings' })
export class NotificationSettings {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @FixedRefColumn()
  userId: string;

  @TextColumn()
  language: Language;

  /** By kind, where it is another than the kind's own. */
  @Column('jsonb')
  deliveries: Record<string, Delivery>;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}

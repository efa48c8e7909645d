import { Column, Entity } from 'typeorm';
import {
  CreatedAt,
  Id,
  OptionalInstantColumn,
  OptionalTextColumn,
  OrganizationId,
  TextColumn,
  TextsColumn,
  UpdatedAt,
  Version,
} from '../database/columns.js';
import type { DisabledBecause, EndpointState } from './endpoint-state.js';

@Entity({ schema: 'platform', name: 'webhook_endpoint' })
export class WebhookEndpoint {
  @OrganizationId()
  organizationId: string;

  @Id()
  id: string;

  @TextColumn()
  url: string;

  @OptionalTextColumn()
  description: string | null;

  @TextsColumn()
  eventTypes: string[];

  @TextColumn()
  state: EndpointState;

  @OptionalTextColumn()
  disabledBecause: DisabledBecause | null;

  /** Encrypted, see WebhookSecrets. */
  @Column({ type: 'bytea' })
  secretCipher: Buffer;

  /** Of the secret before, while it signs as well. */
  @Column({ type: 'bytea', nullable: true })
  previousSecretCipher: Buffer | null;

  @OptionalInstantColumn()
  rotationEndsAt: Date | null;

  @Version()
  version: number;

  @CreatedAt()
  createdAt: Date;

  @UpdatedAt()
  updatedAt: Date;
}

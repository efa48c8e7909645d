import { Injectable } from '@nestjs/common';
import type { Statement } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import type { Caller } from '../caller.decorator.js';
import { LoginHistory } from '../login-history/login-history.service.js';
import type { Principal } from '../principal.js';
import { federatedIdentityColumns } from './federated-identities.list.js';
import { type FederatedIdentityRow, FederatedIdentityView } from './identity-provider.dto.js';

const DELETE: Statement = {
  name: 'delete_federated_identity',
  text: 'DELETE FROM identity.federated_identity WHERE id = $1 AND user_id = $2 RETURNING id',
};

/** Who a person is to the identity provider, as the person sees it. */
@Injectable()
export class FederatedIdentities {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: LoginHistory,
  ) {}

  list({ userId }: Principal, request: ListRequest): Promise<Page<FederatedIdentityView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<FederatedIdentityRow>(transaction, {
        columns: federatedIdentityColumns,
        from: 'identity.federated_identity identity',
        where: 'identity.user_id = $1',
        parameters: [userId],
      });
      return request.page(rows, (row) => FederatedIdentityView.from(row));
    });
  }

  remove({ userId }: Principal, id: string, caller: Caller): Promise<void> {
    return this.unitOfWork.run('auth.federated_identity.delete', async (transaction) => {
      const [removed] = await transaction.rows(DELETE, [id, userId]);
      if (!removed) throw platformProblems.not_found(`No identity ${id} is linked with you.`);
      await this.history.recordIn(transaction, { userId, kind: 'identity_unlinked', outcome: 'succeeded', caller });
    });
  }
}

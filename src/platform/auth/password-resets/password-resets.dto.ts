import { Email, NewPassword, Secret } from '../../http/fields/fields.js';
import { newPasswordWords } from '../password-rules.js';

export class RequestPasswordReset {
  @Email({ example: 'anna.berg@example.com', description: 'The address that the person signs in with.' })
  email: string;
}

export class ConfirmPasswordReset {
  @Secret(128, {
    example: '••••••••••••••••',
    description: 'The token of the mail, `bureau_reset_…`. It works once, within an hour.',
  })
  token: string;

  @NewPassword({
    example: '•••••••• ••••••••',
    description: newPasswordWords,
  })
  newPassword: string;
}

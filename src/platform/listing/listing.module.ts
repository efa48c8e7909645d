import { Global, Module } from '@nestjs/common';
import { Configuration } from '../config/configuration.js';
import { deriveKey } from '../config/derive-key.js';
import { ListCursor } from './list-cursor.js';

@Global()
@Module({
  providers: [
    {
      provide: ListCursor,
      inject: [Configuration],
      useFactory: ({ secret }: Configuration) => new ListCursor(deriveKey(secret, 'list-cursor')),
    },
  ],
  exports: [ListCursor],
})
export class ListingModule {}

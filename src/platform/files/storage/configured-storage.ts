import type { FactoryProvider } from '@nestjs/common';
import { join } from 'node:path';
import { Configuration } from '../../config/configuration.js';
import { FileStorage } from './file-storage.js';
import { FolderStorage } from './folder-storage.js';
import { ObjectStorage } from './object-storage.js';

/** A bucket where one is configured, else a folder. */
export const configuredStorage: FactoryProvider<FileStorage> = {
  provide: FileStorage,
  inject: [Configuration],
  useFactory: ({ environment, filesDir }: Configuration) => {
    const { OBJECT_STORAGE_URL: endpoint, OBJECT_STORAGE_REGION: region } = environment;
    const { OBJECT_STORAGE_KEY_ID: accessKeyId, OBJECT_STORAGE_SECRET: secretAccessKey } = environment;
    if (!endpoint) return new FolderStorage(filesDir);
    if (!accessKeyId || !secretAccessKey) {
      throw new Error('With OBJECT_STORAGE_URL, set OBJECT_STORAGE_KEY_ID and OBJECT_STORAGE_SECRET as well.');
    }
    const folder = join(filesDir, 'incoming');
    return new ObjectStorage({ endpoint, region, accessKeyId, secretAccessKey, folder });
  },
};

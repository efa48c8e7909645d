import { Global, Module } from '@nestjs/common';
import { FilesUnderWay } from './files-under-way.js';

@Global()
@Module({ providers: [FilesUnderWay], exports: [FilesUnderWay] })
export class ExportsModule {}

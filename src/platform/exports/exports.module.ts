import { Global, Module } from '@nestjs/common';
import { FileAnswers } from './file-answers.js';
import { FilesUnderWay } from './files-under-way.js';

@Global()
@Module({ providers: [FilesUnderWay, FileAnswers], exports: [FilesUnderWay, FileAnswers] })
export class ExportsModule {}

import { Global, Module } from '@nestjs/common';
import { FileAnswers } from './file-answers.js';
import { FilesUnderWay } from './files-under-way.js';
import { TestMark } from './test-mark.js';

@Global()
@Module({ providers: [FilesUnderWay, FileAnswers, TestMark], exports: [FilesUnderWay, FileAnswers] })
export class ExportsModule {}

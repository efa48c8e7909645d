import { Global, Module } from '@nestjs/common';
import { FileAnswers } from './file-answers.js';
import { FilesUnderWay } from './files-under-way.js';
import { LetterFiles } from './letter-files.js';
import { TestMark } from './test-mark.js';

@Global()
@Module({
  providers: [FilesUnderWay, FileAnswers, LetterFiles, TestMark],
  exports: [FilesUnderWay, FileAnswers, LetterFiles, TestMark],
})
export class ExportsModule {}

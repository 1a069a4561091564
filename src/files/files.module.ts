import { Module } from '@nestjs/common';
import { FileReferences } from './file-references.js';
import { FilesService } from './files.service.js';
import { FilesSweep } from './files.sweep.js';

/** Attachments on disk; rooms that hold some register with `FileReferences`. */
@Module({
  providers: [FilesService, FileReferences, FilesSweep],
  exports: [FilesService, FileReferences, FilesSweep],
})
export class FilesModule {}

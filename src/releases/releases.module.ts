import { Module, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NoticesModule } from '../database/notices.module.js';
import { DutiesModule } from '../duties/duties.module.js';
import { FileReferences } from '../files/file-references.js';
import { FilesModule } from '../files/files.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { AttachmentsController } from './attachments.controller.js';
import { ReleasesApiController } from './api/releases-api.controller.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { ReleaseFeeds } from './feeds/release-feeds.service.js';
import { SiteMapController } from './feeds/site-map.controller.js';
import { FollowingModule } from './following/following.module.js';
import { ReleaseImport } from './import/release-import.service.js';
import { DiscardedReleases } from './newsroom/discarded.service.js';
import { DraftsService } from './newsroom/drafts.service.js';
import { EmbargoController } from './newsroom/embargo.controller.js';
import { HistoryService } from './newsroom/history.service.js';
import { LinksService } from './newsroom/links.service.js';
import { NewsroomController } from './newsroom/newsroom.controller.js';
import { NewsroomPages } from './newsroom/newsroom-pages.service.js';
import { ScheduledReleases } from './newsroom/scheduled.service.js';
import { StepsService } from './newsroom/steps.service.js';
import { UploadReader } from './newsroom/upload-reader.service.js';
import { WritingController } from './newsroom/writing.controller.js';
import { WritingService } from './newsroom/writing.service.js';
import { PageCache } from './page-cache.js';
import { ReleasePages } from './pages/release-pages.service.js';
import { ReleasesController } from './pages/releases.controller.js';
import { PictureMaker } from './picture-maker.service.js';
import { PicturesController } from './pictures.controller.js';
import { PurgeListener } from './purge-listener.js';
import { ReleasePicture } from './release-picture.entity.js';
import { ReleaseSearchService } from './release-search.service.js';
import { ReleaseText } from './release-text.entity.js';
import { Release } from './release.entity.js';
import { filesOfReleases } from './pictures.queries.js';
import { ReleasesService } from './releases.service.js';

/** Press releases: pages, feeds, pictures, API, and the cache of public pages. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Release, ReleaseText, ReleasePicture]),
    FilesModule,
    FollowingModule,
    NoticesModule,
    DutiesModule,
    StaffModule,
  ],
  // Feeds and pictures stand first: their names would otherwise be taken for a slug.
  controllers: [
    FeedsController,
    SiteMapController,
    PicturesController,
    AttachmentsController,
    EmbargoController,
    ReleasesController,
    ReleasesApiController,
    NewsroomController,
    WritingController,
  ],
  providers: [
    PageCache,
    PurgeListener,
    ReleasesService,
    ReleaseSearchService,
    ReleasePages,
    ReleaseFeeds,
    ReleaseImport,
    DraftsService,
    StepsService,
    ScheduledReleases,
    DiscardedReleases,
    LinksService,
    PictureMaker,
    UploadReader,
    WritingService,
    HistoryService,
    NewsroomPages,
  ],
  exports: [ReleasesService, PageCache],
})
export class ReleasesModule implements OnModuleInit {
  constructor(
    private readonly references: FileReferences,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.references.register((sha256s) => filesOfReleases(this.dataSource, sha256s));
  }
}

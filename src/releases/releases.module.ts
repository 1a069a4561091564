import { Module, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NoticesModule } from '../database/notices.module.js';
import { FileReferences } from '../files/file-references.js';
import { FilesModule } from '../files/files.module.js';
import { ReleasesApiController } from './api/releases-api.controller.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { ReleaseFeeds } from './feeds/release-feeds.service.js';
import { SiteMapController } from './feeds/site-map.controller.js';
import { FollowingModule } from './following/following.module.js';
import { ReleaseImport } from './import/release-import.service.js';
import { PageCache } from './page-cache.js';
import { ReleasePages } from './pages/release-pages.service.js';
import { ReleasesController } from './pages/releases.controller.js';
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
  ],
  // Feeds and pictures stand first: their names would otherwise be taken for a slug.
  controllers: [
    FeedsController,
    SiteMapController,
    PicturesController,
    ReleasesController,
    ReleasesApiController,
  ],
  providers: [
    PageCache,
    PurgeListener,
    ReleasesService,
    ReleaseSearchService,
    ReleasePages,
    ReleaseFeeds,
    ReleaseImport,
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

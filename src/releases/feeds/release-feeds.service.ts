import { Injectable } from '@nestjs/common';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { type Language, textIn } from '../../script/texts.js';
import type { MadePage } from '../page-cache.js';
import { archiveTexts } from '../pages/archive.texts.js';
import { ReleasesService } from '../releases.service.js';
import { FEED_TYPES, feedDocument, type FeedFormat } from './feed-document.js';
import { siteMap } from './site-map.js';

const ENTRIES = 30;

/** Makes what machines follow: feeds and the site map. */
@Injectable()
export class ReleaseFeeds {
  constructor(
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly releases: ReleasesService,
  ) {}

  /** The English feed has only releases in English, so that a feed is in the language that it names. */
  async feed(language: Language, format: FeedFormat): Promise<MadePage> {
    const filter = { limit: ENTRIES, englishOnly: language === 'en' };
    const releases = await this.releases.listWhole(language, filter);
    const publisher = textIn(language, this.profile.name);
    const { title, description } = archiveTexts[language];
    const body = feedDocument(format, {
      language,
      origin: this.environment.publicUrl,
      timeZone: this.profile.timeZone,
      title: `${title} – ${publisher}`,
      description,
      publisher,
      releases,
    });
    return { type: FEED_TYPES[format], body };
  }

  async siteMap(): Promise<MadePage> {
    const [archive, releases] = await Promise.all([this.releases.archive(), this.releases.forSiteMap()]);
    const body = siteMap({ origin: this.environment.publicUrl, archive, releases });
    return { type: 'application/xml; charset=utf-8', body };
  }
}

import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { DataSource } from 'typeorm';
import type { Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { correctionsOf } from '../extras.queries.js';
import { CopyPage } from './copy.page.js';
import type { DeskUi } from './desk-ui.js';
import { DraftsService } from './drafts.service.js';
import { embargoTexts } from './embargo.texts.js';
import { eventsOf } from './events.queries.js';
import { HistoryPage } from './history.page.js';
import { previewOf } from './preview.js';

/** A release's past, and its look to come. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly drafts: DraftsService,
  ) {}

  async page(ui: DeskUi, id: string): Promise<VNode> {
    const desk = await this.drafts.open(id);
    const [events, content] = await Promise.all([
      eventsOf(this.dataSource, id),
      desk.draft?.content ?? this.drafts.shown(desk),
    ]);
    return <HistoryPage ui={ui} desk={desk} title={content.sr.title} events={events} />;
  }

  /** The whole public page, in one version. */
  async preview(ui: DeskUi, id: string, language: Language): Promise<VNode> {
    const desk = await this.drafts.open(id);
    const { timeZone } = ui.profile;
    const [corrections, content] = await Promise.all([
      correctionsOf(this.dataSource, [id]),
      desk.draft?.content ?? this.drafts.shown(desk),
    ]);
    return (
      <CopyPage
        language={language}
        profile={ui.profile}
        origin={ui.origin}
        release={previewOf(desk, content, { language, timeZone, corrections })}
        notice={embargoTexts[language].draft}
        path="/releases"
        fileAddress={(sha256) => paths.newsroomFile(id, sha256)}
      />
    );
  }
}

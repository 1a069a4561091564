import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ReleaseAttachment } from '../extras.queries.js';
import { notFound } from '../../web/problem.js';
import { type ContentPicture, EMPTY_CONTENT, isSameContent, type ReleaseContent } from './content.js';
import { insertEvent, publishedContent, recordEdit } from './events.queries.js';
import { filesOf } from '../picture-maker.service.js';
import { holdFiles } from '../pictures.queries.js';
import { RELEASE_STATES } from '../release.states.js';
import { NewsroomRefused, SavedMeanwhile } from './newsroom.refused.js';
import {
  deleteDraft,
  type DeskRow,
  deskRow,
  type DraftRow,
  insertDraft,
  insertRelease,
  lockDeskRow,
  updateDraft,
} from './newsroom.queries.js';
import { shownContent } from './shown-content.queries.js';

/** Most pictures, and most attachments, of one release. */
export const MOST_FILES = 10;

/** Writing: a release's working copy, saved version by version. */
@Injectable()
export class DraftsService {
  constructor(private readonly dataSource: DataSource) {}

  async create(accountId: string): Promise<string> {
    return this.dataSource.transaction(async (tx) => {
      const id = await insertRelease(tx, accountId, EMPTY_CONTENT);
      await insertEvent(tx, id, { kind: 'created', to: 'draft', accountId });
      return id;
    });
  }

  async open(id: string): Promise<DeskRow> {
    return (isUuid(id) && (await deskRow(this.dataSource, id))) || absent();
  }

  /** What readers see of a release, as the newsroom writes it. */
  async shown(desk: DeskRow): Promise<ReleaseContent> {
    return (await publishedContent(this.dataSource, desk.id)) ?? shownContent(this.dataSource, desk.id);
  }

  /** Saves over the version that the writer saw; equal content is no new version. Throws {@link SavedMeanwhile}. */
  async save(
    id: string,
    { version, content }: { version: number; content: ReleaseContent },
    accountId: string,
  ): Promise<number> {
    return this.dataSource.transaction(async (tx) => {
      const { draft } = await writable(tx, id);
      return saveOver(tx, id, draft, { version, content, accountId });
    });
  }

  addPicture(id: string, picture: ContentPicture, accountId: string): Promise<void> {
    return this.addFile(id, filesOf(picture), accountId, (content) => {
      const others = content.pictures.filter((other) => other.sha256 !== picture.sha256);
      return { ...content, pictures: [...others, picture] };
    });
  }

  addAttachment(id: string, file: ReleaseAttachment, accountId: string): Promise<void> {
    return this.addFile(id, [file.sha256], accountId, (content) => {
      const others = content.attachments.filter(({ sha256 }) => sha256 !== file.sha256);
      return { ...content, attachments: [...others, file] };
    });
  }

  /** Opens a working copy of what readers see; it stays as it is for them until a second officer approves. */
  async beginCorrection(id: string, accountId: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const desk = await locked(tx, id);
      if (!RELEASE_STATES[desk.state].isPublic) throw new NewsroomRefused('not-in-this-state');
      if (desk.draft !== null) return;
      const content = (await publishedContent(tx, id)) ?? (await shownContent(tx, id));
      const begun = { ...content, slug: desk.slug, planned: '', noteSr: '', noteEn: '' };
      await insertDraft(tx, id, accountId, begun);
      await insertEvent(tx, id, { kind: 'correction_begun', accountId, content: begun });
    });
  }

  async dropCorrection(id: string, accountId: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const desk = await locked(tx, id);
      if (desk.draft === null || desk.publishedAt === null) throw new NewsroomRefused('not-in-this-state');
      await deleteDraft(tx, id);
      await insertEvent(tx, id, { kind: 'correction_dropped', accountId });
    });
  }

  private async addFile(
    id: string,
    sha256s: string[],
    accountId: string,
    change: (content: ReleaseContent) => ReleaseContent,
  ): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const { draft } = await writable(tx, id);
      const content = change(draft.content);
      if (content.pictures.length > MOST_FILES || content.attachments.length > MOST_FILES)
        throw new NewsroomRefused('too-many-files');
      await holdFiles(tx, id, sha256s);
      await saveOver(tx, id, draft, { version: draft.version, content, accountId });
    });
  }
}

async function saveOver(
  tx: EntityManager,
  id: string,
  draft: DraftRow,
  save: { version: number; content: ReleaseContent; accountId: string },
): Promise<number> {
  if (isSameContent(draft.content, save.content)) return draft.version;
  const version = await updateDraft(tx, id, save);
  if (version === undefined) throw new SavedMeanwhile();
  await recordEdit(tx, id, save.accountId, save.content);
  return version;
}

/** The release, held; absent and foreign ids look alike. */
export async function locked(tx: EntityManager, id: string): Promise<DeskRow> {
  return (isUuid(id) && (await lockDeskRow(tx, id))) || absent();
}

/** The working copy, if it may be written on: neither handed in nor approved. */
async function writable(tx: EntityManager, id: string): Promise<DeskRow & { draft: DraftRow }> {
  const desk = await locked(tx, id);
  if (!isWritable(desk)) throw new NewsroomRefused('not-writable');
  return desk;
}

export const isWritable = (desk: DeskRow): desk is DeskRow & { draft: DraftRow } =>
  desk.draft !== null && desk.draft.submittedAt === null && !['scheduled', 'discarded'].includes(desk.state);

const absent = (): never => {
  throw notFound();
};
const isUuid = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);

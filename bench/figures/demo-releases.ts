import { ReleasesService } from '../../src/releases/releases.service.js';
import { inProcess } from '../in-process.js';

/** Publishes a few releases and gives the slug of one of usual length. */
export function withDemoReleases(database: string): Promise<string> {
  return inProcess(database, async (app) => {
    const releases = app.get(ReleasesService, { strict: false });
    const paragraph =
      'Разговарано је о обнови школа и путева у општинама погођеним поплавама, као и о роковима. ';
    let slug = '';
    for (let number = 1; number <= 20; number += 1)
      ({ slug } = await releases.publish({
        publishedAt: new Date(Date.UTC(2026, 9, number, 10)),
        sr: {
          title: `Обилазак радова, ${number}. дан`,
          lead: paragraph,
          body: Array(8).fill(paragraph.repeat(4)).join('\n\n'),
        },
        pictures: [],
      }));
    return slug;
  });
}

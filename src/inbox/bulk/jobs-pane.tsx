import { dateline, isoLocal } from '../../calendar/dates.js';
import type { BulkJob } from '../../letters/bulk/bulk-job.js';
import { paths } from '../../web/paths.js';
import type { Ui } from '../ui.js';
import { bulkTexts, lettersOf } from './bulk.texts.js';

/** An officer's newest jobs, and those of others that wait to be approved. */
export function JobsPane({ ui, jobs }: { ui: Ui; jobs: readonly BulkJob[] }) {
  const texts = bulkTexts[ui.language];
  const orders: Record<string, string> = texts.orders;
  return (
    <section class="letter" aria-labelledby="jobs-heading">
      <div class="sheet">
        <header class="sheet-head">
          <h2 id="jobs-heading">{texts.jobs}</h2>
        </header>
        {jobs.length === 0 ? (
          <p>{texts.noJobs}</p>
        ) : (
          <div class="scroll" tabindex={0} role="region" aria-labelledby="jobs-heading">
            <table>
              <thead>
                <tr>
                  <th scope="col">{texts.job}</th>
                  <th scope="col">{texts.ordered}</th>
                  <th scope="col">{texts.progress}</th>
                </tr>
              </thead>
              <tbody>
                {jobs.map((job) => (
                  <tr>
                    <td>
                      <a href={paths.bulkJob(job.id)}>{orders[job.kind]}</a>,{' '}
                      {lettersOf(ui.language, job.total)}
                    </td>
                    <td>
                      <time datetime={isoLocal(job.orderedAt)}>{dateline(job.orderedAt)}</time>
                    </td>
                    <td>
                      {texts.stateNames[job.state]}, {job.done + job.skipped + job.failed}/{job.total}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </section>
  );
}

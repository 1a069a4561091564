import type { Language } from '../../../src/script/texts.js';
import { Icon } from '../../../src/web/components/icon.js';
import type { OfficeAccount } from '../../../src/web/components/office-bar.js';
import { OfficePage } from '../../../src/web/office-page.js';

/** The officers' shell around a few of its parts. */
export const officePage = (language: Language, account: OfficeAccount) => (
  <OfficePage account={account} language={language} title="Налози" active="accounts" search="Лесковац">
    <div class="page-head">
      <h1>Налози</h1>
      <a class="btn main" href="/staff/accounts/new">
        Нов налог
      </a>
    </div>
    <section class="card" aria-labelledby="list">
      <header>
        <h2 id="list">Службеници</h2>
      </header>
      <div class="in">
        <table>
          <thead>
            <tr>
              <th scope="col">Име</th>
              <th scope="col">Улоге</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>Јована Ристић</td>
              <td>разврставање, администрација</td>
            </tr>
          </tbody>
        </table>
        <div class="note bad" role="alert">
          <Icon name="alert" />
          <p>Поштански сервер не одговара.</p>
        </div>
        <form class="field" method="post" action="/staff/accounts">
          <label for="unit">Одељење</label>
          <select id="unit" name="unit">
            <option>Представке</option>
          </select>
        </form>
      </div>
    </section>
  </OfficePage>
);

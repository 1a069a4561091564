import type { VNode } from 'preact';
import { readOfficeProfile } from '../../src/config/office-profile.js';
import { type Language, LANGUAGES } from '../../src/script/texts.js';
import { AccessibilityPage } from '../../src/web/accessibility/accessibility-page.js';
import type { OfficeAccount } from '../../src/web/components/office-bar.js';
import { ErrorPage } from '../../src/web/errors/error-page.js';
import { OfficeErrorPage } from '../../src/web/errors/office-error-page.js';
import { renderPage } from '../../src/web/render.js';
import { componentsPage } from './gallery/components-page.js';
import { formPage } from './gallery/form-page.js';
import { officePage } from './gallery/office-page.js';

const profile = readOfficeProfile();

export const ACCOUNT: OfficeAccount = {
  name: 'Jovana Ristić',
  roles: ['triage', 'admin'],
  csrfToken: 'token',
};

const KEPT = (
  <>
    <p>Поштовани председниче,</p>
    <p>пишем Вам у име четрнаест домаћинстава у засеоку Доње Поље. Мост преко потока срушила је бујица.</p>
  </>
);

type Draw = (language: Language) => VNode;

const DRAWN: Record<string, Draw> = {
  form: (language) => formPage(language, profile, false),
  refused: (language) => formPage(language, profile, true),
  components: (language) => componentsPage(language, profile),
  accessibility: (language) => <AccessibilityPage language={language} profile={profile} />,
  ...Object.fromEntries(
    [400, 403, 404, 405, 413, 415, 422, 429, 500, 503].map((status) => [
      `error-${status}`,
      (language: Language) => (
        <ErrorPage
          language={language}
          profile={profile}
          status={status}
          kept={status === 429 || status === 503 ? KEPT : undefined}
          reference={status >= 500 ? 'E-7K3MQ9TX' : undefined}
        />
      ),
    ]),
  ),
  office: (language) => officePage(language, ACCOUNT),
  'office-press': (language) => officePage(language, { ...ACCOUNT, roles: ['press'] }),
  'office-404': (language) => <OfficeErrorPage account={ACCOUNT} language={language} status={404} />,
  'office-500-signed-out': (language) => (
    <OfficeErrorPage account={undefined} language={language} status={500} reference="E-7K3MQ9TX" />
  ),
};

/** Every page that this room draws by itself, in three versions: address in the gallery → HTML. */
export const gallery = (): Map<string, string> =>
  new Map(
    Object.entries(DRAWN).flatMap(([name, draw]) =>
      LANGUAGES.map((language) => [`/${name}/${language}`, renderPage(draw(language))] as const),
    ),
  );

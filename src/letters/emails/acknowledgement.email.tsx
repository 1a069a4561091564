import { dateline, day, isoLocal } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import { fill } from '../../script/texts.js';
import type { EmailFacts } from './email-facts.js';
import { css } from './letter-email.styles.js';
import { letterEmailTexts } from './letter-email.texts.js';
import { letterEmail, PrivateLink } from './letter-email.js';
import { plainText } from './plain-text.js';

/** "Your letter has been received", with both numbers, what happens next, and the private link. */
export function acknowledgementEmail(profile: OfficeProfile, facts: EmailFacts) {
  const { language, reference, registerNumber, receivedAt, url } = facts;
  const texts = letterEmailTexts[language];
  const own = texts.acknowledgement;
  const received = dateline(receivedAt, profile.timeZone);
  const aim = facts.dueOn === null ? '' : ` ${fill(own.aim, { day: day(facts.dueOn, profile.timeZone) })}`;
  const next = `${own.reading}${aim} ${own.forwarding}`;
  const subject = fill(own.subject, { reference });
  const html = letterEmail({
    ...{ language, profile, subject, heading: own.heading, note: own.note },
    preview: fill(own.preview, { reference }),
    children: (
      <>
        <p style={css.lastP}>{own.intro}</p>
        <div class="line blue" style={css.stamp}>
          <div class="line" style={css.stampChief}>
            <span style={css.label}>{texts.reference}</span>
            <span style={css.reference}>{reference}</span>
          </div>
          <div style={css.stampRow}>
            <div class="half" style={css.stampLeft}>
              <span style={css.label}>{texts.register}</span>
              <span style={css.figure}>{registerNumber}</span>
            </div>
            <div class="half" style={css.stampRight}>
              <span style={css.label}>{texts.received}</span>
              <time style={css.figure} datetime={isoLocal(receivedAt, profile.timeZone)}>
                {received}
              </time>
            </div>
          </div>
        </div>
        <h2 class="ink" style={css.h2}>
          {own.next}
        </h2>
        <p style={css.p}>{next}</p>
        <p style={css.lastP}>{own.page}</p>
        <PrivateLink language={language} url={url} />
      </>
    ),
  });
  const text = plainText(profile, language, [
    own.heading,
    texts.greeting,
    own.intro,
    `${texts.reference}: ${reference}\n${texts.register}: ${registerNumber}\n${texts.received}: ${received}`,
    next,
    `${own.page}\n${url}`,
    texts.keepPrivate,
    own.note,
  ]);
  return { subject, html, text };
}

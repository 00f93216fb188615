import fc from 'fast-check';
import { decisionMail, noticeMail } from '../../src/domain/notice-mail';
import { anyText, daysAgo } from './arbitraries';

const facts = {
  number: 'RC0000001',
  lastActivityAt: null,
  silentSince: daysAgo(90),
  answerDay: '2026-12-07',
  zone: 'Pacific/Auckland',
  address: 'https://jira.example/my-seat',
};
const lineBreak = fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\u2029', '\u0085', '\u000b', '\f', '\0');
const name = fc.tuple(anyText, lineBreak, anyText).map((parts) => parts.join(''));

test('whatever an application is called, a subject is one line and the text has the lines that were written', () => {
  fc.assert(
    fc.property(name, (application) => {
      const plain = noticeMail({ ...facts, application: 'Jira' });
      const mails = [
        noticeMail({ ...facts, application }),
        decisionMail({ number: facts.number, application, keptThrough: '2026-12-07', zone: 'UTC' }),
        decisionMail({ number: facts.number, application, keptThrough: null, zone: 'UTC' }),
      ];
      for (const { subject } of mails) expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(mails[0]?.text.split('\n')).toHaveLength(plain.text.split('\n').length);
    }),
  );
});

test('a mail says the last day to answer with its weekday and the zone in which days are counted', () => {
  const { text } = noticeMail({ ...facts, application: 'Jira', lastActivityAt: Date.UTC(2026, 10, 5, 21) });
  expect(text).toContain('Please answer before the end of Monday, 7 December 2026 (time zone: Pacific/Auckland):');
  // Late in the evening of the fifth in Greenwich is the sixth in Auckland.
  expect(text).toContain('was on 6 November 2026.');
});

test('a name loses nothing but its line breaks', () => {
  expect(noticeMail({ ...facts, application: ' Jira\r\nBcc: everybody ' }).subject).toBe(
    'Do you still need Jira Bcc: everybody?',
  );
});

import fc from 'fast-check';
import { decisionMail, noticeMail } from '../../src/domain/notice-mail';
import { anyText, daysAgo, NOW } from './arbitraries';

const facts = {
  number: 'RC0000001',
  lastActivityAt: null,
  silentSince: daysAgo(90),
  answerBy: NOW,
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
        decisionMail({ number: facts.number, application, keptUntil: NOW }),
        decisionMail({ number: facts.number, application, keptUntil: null }),
      ];
      for (const { subject } of mails) expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(mails[0]?.text.split('\n')).toHaveLength(plain.text.split('\n').length);
    }),
  );
});

test('a name loses nothing but its line breaks', () => {
  expect(noticeMail({ ...facts, application: ' Jira\r\nBcc: everybody ' }).subject).toBe(
    'Do you still need Jira Bcc: everybody?',
  );
});

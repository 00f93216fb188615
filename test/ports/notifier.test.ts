import { platform } from './forge-globals';
import { JiraNotifier } from '../../src/adapters/jira/jira-notifier';
import { onSmallSite } from './jira-platform';

const MAIL = { subject: 'Do you still need Jira?', text: 'Answer here', html: '<p>Answer here</p>' };
const A1 = { id: '10000', key: 'A-1' };
const HIDDEN = { id: '10002', key: 'B-1' };

function onSite() {
  const site = onSmallSite();
  return { ...site, notifier: new JiraNotifier(site.calls) };
}

describe('mail through Jira', () => {
  test('goes about a work item that the app can see, whatever it is called now', async () => {
    const { notifier } = onSite();
    expect(await notifier.findWorkItem('A-1')).toEqual(A1);
    for (const key of ['Z-9', 'B-1']) expect(await notifier.findWorkItem(key)).toBeUndefined();
  });

  test('reaches who can open the work item, which Jira is asked before', async () => {
    const { notifier, switches, jira } = onSite();
    expect(await notifier.canOpen('sue', A1)).toBe(true);
    for (const accountId of ['nil', 'old']) expect(await notifier.canOpen(accountId, A1)).toBe(false);
    switches.set('restrictedIssues', 'hidden-from-others');
    expect(await notifier.canOpen('sue', HIDDEN)).toBe(false);
    await notifier.send('sue', A1, MAIL);
    expect(jira.mails()).toMatchObject([{ to: 'sue', issue: 'A-1', ...MAIL, principal: 'app' }]);
  });

  test.each<[string, (site: ReturnType<typeof onSite>) => Promise<unknown>, string]>([
    ['where outgoing mail is off', (site) => refusedMail(site), 'jira-refused'],
    ['about a work item that is gone', ({ notifier }) => notifier.send('sue', HIDDEN, MAIL), 'jira-not-found'],
    ['to nobody', ({ notifier }) => notifier.send('void', A1, MAIL), 'jira-rejected'],
    ['about whom nothing is known', ({ notifier }) => notifier.canOpen('void', A1), 'jira-rejected'],
    ['while the app does not administer Jira', (site) => asBystander(site), 'jira-refused'],
  ])('fails %s', async (_name, attempt, code) => {
    await expect(attempt(onSite())).rejects.toMatchObject({ code });
  });

  test('waits when Jira takes no more mail about one work item at once', async () => {
    const { notifier, jira, waited } = onSite();
    for (let mail = 0; mail < 50; mail += 1) await notifier.send('sue', A1, MAIL);
    expect(jira.mails()).toHaveLength(50);
    expect(waited.length).toBeGreaterThan(0);
  });

  test('costs what is booked for it', async () => {
    const { notifier, ledger, charged } = onSite();
    await notifier.findWorkItem('A-1');
    await notifier.canOpen('sue', A1);
    await notifier.send('sue', A1, MAIL);
    expect(ledger.take()).toEqual({ requests: 3, points: charged() });
  });
});

function refusedMail({ notifier, switches }: ReturnType<typeof onSite>): Promise<void> {
  switches.set('outgoingMail', false);
  return notifier.send('sue', A1, MAIL);
}

function asBystander({ notifier, switches }: ReturnType<typeof onSite>): Promise<boolean> {
  switches.set('appIsJiraAdmin', false);
  platform.caller = 'sue';
  return notifier.canOpen('sue', A1);
}

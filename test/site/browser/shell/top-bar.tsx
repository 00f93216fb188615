import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import { MailBox } from './mail-box';
import { ask, type ShellState } from './server';

interface TopBarProps {
  readonly state: ShellState;
  readonly colorMode: 'light' | 'dark';
  readonly busy: boolean;
  readonly onColorMode: (mode: 'light' | 'dark') => void;
  readonly onAdvance: (by: string) => void;
}

const STEPS = [
  { by: '1h', label: '+1 hour' },
  { by: '24h', label: '+1 day' },
  { by: '168h', label: '+7 days' },
];

/** The product's bar: the site, its simulated time, who is signed in, and the color mode. */
export function TopBar({ state, colorMode, busy, onColorMode, onAdvance }: TopBarProps) {
  const other = colorMode === 'dark' ? 'light' : 'dark';
  const time = new Date(state.now).toLocaleString('en-US', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: state.site.timeZone,
  });
  return (
    <header className="top-bar">
      <span className="site-name">{state.site.name}</span>
      <div className="clock" role="group" aria-label="Simulated time">
        <span className="time">
          {time} <span className="zone">{state.site.timeZone}</span>
        </span>
        {STEPS.map(({ by, label }) => (
          <Button key={by} spacing="compact" isDisabled={busy} onClick={() => onAdvance(by)}>
            {label}
          </Button>
        ))}
      </div>
      <MailBox timeZone={state.site.timeZone} />
      <SignedIn state={state} />
      <Button spacing="compact" onClick={() => onColorMode(other)}>
        {other === 'dark' ? 'Dark' : 'Light'}
      </Button>
    </header>
  );
}

function SignedIn({ state }: { readonly state: ShellState }) {
  const options = state.people.map((person) => ({
    value: person.accountId,
    label: `${person.displayName} (${person.access})`,
  }));
  return (
    <div className="signed-in">
      <Select
        label="Sign in as"
        spacing="compact"
        options={options}
        value={options.find(({ value }) => value === state.accountId) ?? null}
        placeholder={state.accountId}
        onChange={(option) => option && void signIn(option.value)}
      />
    </div>
  );
}

async function signIn(accountId: string): Promise<void> {
  await ask('/__shell/sign-in', { accountId });
  location.reload();
}

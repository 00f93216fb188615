import '@atlaskit/css-reset';
import { createRoot } from 'react-dom/client';
import { ask, type ShellState } from './server';
import { Shell } from './shell';
import './shell.css';

async function start(): Promise<void> {
  const root = document.getElementById('root') as HTMLElement;
  const initial = await ask<ShellState>('/__shell/state');
  createRoot(root).render(<Shell initial={initial} />);
}

void start();

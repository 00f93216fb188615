import '@atlaskit/css-reset';
import './page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { enableTheme, openHistory, readViewer } from './api/bridge';
import { App } from './app';

async function start(): Promise<void> {
  const [viewer, history] = await Promise.all([readViewer(), openHistory(), enableTheme()]);
  const root = createRoot(document.getElementById('root') as HTMLElement);
  root.render(
    <StrictMode>
      <App viewer={viewer} history={history} />
    </StrictMode>,
  );
}

void start();

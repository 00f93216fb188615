import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guarded, type Handler } from './guarded';
import { StartError } from './start-error';

/** Listens on loopback before there is a site, so that a taken port is known at once; early callers wait. */
export class Doors {
  private readonly server: Server;
  private open: (handler: Handler) => void = () => undefined;

  constructor() {
    const opened = new Promise<Handler>((resolve) => (this.open = resolve));
    this.server = createServer(guarded(async (request, response) => (await opened)(request, response)));
    // Clients keep connections; closing an idle one after a few seconds would race with their next call.
    this.server.keepAliveTimeout = 0;
  }

  /** Answers the port. Throws StartError when it is taken or not allowed. */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', (error: NodeJS.ErrnoException) => reject(new StartError(whyNot(port, error))));
      this.server.listen(port, '127.0.0.1', () => resolve((this.server.address() as AddressInfo).port));
    });
  }

  handleWith(handler: Handler): void {
    this.open(handler);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function whyNot(port: number, error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE') return `--port: port ${port} is taken; choose another with --port`;
  return `--port: cannot listen on port ${port}: ${error.message}`;
}

'use strict';
// One function container: a process of its own, as in production. Loads the bundle once, then runs one invocation at a
// time; module state survives between warm invocations.
const { readFileSync, writeFileSync } = require('fs');
const path = require('path');
const { format } = require('util');

const MAX_LOG_LINES = 100; // a minute
const MAX_LOG_BYTES = 200 * 1024; // an invocation

/** Lines of the current minute by installation: what one customer's invocations write takes nothing from another's. */
let minute = { number: 0, lines: new Map() };
/** The invocation that runs. */
let current;

function log(level, args) {
  const text = format(...args);
  // What an earlier invocation left running belongs to that one, which is over; while code is loaded there is no runtime.
  const { lambdaContext, appContext } = globalThis.__forge_runtime__ ?? {};
  if (current === undefined || (lambdaContext !== undefined && lambdaContext !== current.context)) return;
  const number = Math.floor(performance.now() / 60_000);
  if (number !== minute.number) minute = { number, lines: new Map() };
  const lines = (minute.lines.get(appContext?.installationId) ?? 0) + 1;
  minute.lines.set(appContext?.installationId, lines);
  current.bytes += Buffer.byteLength(text);
  if (lines > MAX_LOG_LINES || current.bytes > MAX_LOG_BYTES) current.dropped += 1;
  else process.send({ kind: 'log', id: current.context.awsRequestId, level, text });
}
for (const level of ['debug', 'log', 'info', 'warn', 'error']) console[level] = (...args) => log(level, args);

/** Peak resident memory of this very process since the mark was reset; elsewhere than on Linux since it started. */
function peakMemoryMb() {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

/** Lowers the kernel's mark of the peak to what is in use, so that every invocation has its own. */
function resetPeak() {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // No such mark here: the peak of the whole process counts.
  }
}

const wrapper = require(path.join(process.env.FORGE_EFS_RUNTIME_PATH, '__forge__.cjs'));

process.on('message', async ({ id, event, simulatedNow, timeoutMs, cpuShare }) => {
  const began = performance.now();
  const before = process.cpuUsage();
  const cpuMs = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const getRemainingTimeInMillis = () => timeoutMs - Math.max(performance.now() - began, cpuMs() / cpuShare);
  const clock = { simulated: simulatedNow, real: performance.now() };
  const context = { awsRequestId: id, clock, getRemainingTimeInMillis };
  const mine = { context, bytes: 0, dropped: 0 };
  current = mine;
  const result = await wrapper.main(event, context);
  const used = { peakMemoryMb: peakMemoryMb(), cpuMs: cpuMs() };
  resetPeak();
  process.send({ kind: 'result', id, result, ...used, droppedLogLines: mine.dropped });
});
process.on('SIGINT', () => undefined); // Ctrl-C reaches every process of the terminal; the site decides
process.on('disconnect', () => process.exit()); // the site is gone
resetPeak();
process.send({ kind: 'ready' });

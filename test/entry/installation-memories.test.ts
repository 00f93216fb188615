import { InstallationMemories } from '../../src/adapters/system/installation-memories';

class Notes {
  readonly notes: string[] = [];
  get size(): number {
    return this.notes.length;
  }
}

/** Notes one thing of an installation; answers how many it had. */
function note(memories: InstallationMemories, installation: string | undefined): number {
  const { notes } = memories.of(installation).of(Notes);
  return notes.push('note') - 1;
}

test('keeps what each installation knows apart', () => {
  const memories = new InstallationMemories();
  expect([note(memories, 'a'), note(memories, 'b'), note(memories, 'a')]).toEqual([0, 0, 1]);
});

test('keeps nothing of an unknown installation', () => {
  const memories = new InstallationMemories();
  expect([note(memories, undefined), note(memories, undefined)]).toEqual([0, 0]);
});

test('forgets the installation that was away longest when there are too many', () => {
  const memories = new InstallationMemories(2);
  for (const installation of ['a', 'b', 'a', 'c']) note(memories, installation);
  expect([note(memories, 'a'), note(memories, 'b')]).toEqual([2, 0]);
});

test('forgets the installation that was away longest when all together know too much', () => {
  const memories = new InstallationMemories(50, 4);
  for (const installation of ['a', 'a', 'b', 'c', 'c']) note(memories, installation);
  expect([note(memories, 'c'), note(memories, 'b'), note(memories, 'a')]).toEqual([2, 1, 0]);
});

test('never forgets whom it serves, however much that one knows', () => {
  const memories = new InstallationMemories(50, 2);
  for (let n = 0; n < 5; n += 1) expect(note(memories, 'a')).toBe(n);
});

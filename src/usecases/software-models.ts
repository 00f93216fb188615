import type { AccountId, RoleKey } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import { currencyOf, isRecognized, type SoftwareModel } from '../domain/software-model';
import { subscriptionsOf } from '../domain/software-subscription';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { inParallel } from './in-parallel';
import { done, refuse, type Outcome } from './outcome';

/** An application that was seen, with what is known about it. */
export interface ListedModel {
  readonly roleKey: RoleKey;
  /** As Jira names it. */
  readonly roleName: string;
  /** Undefined: nobody said anything about it. */
  readonly model: SoftwareModel | undefined;
  readonly isRecognized: boolean;
  /** Excluded ones too: they carry the label as well. */
  readonly subscriptions: number;
  readonly profiles: readonly string[];
}

type Reads = Pick<Ports, 'profiles' | 'subscriptions' | 'positions' | 'models'>;

/** Every application of the downloaded subscriptions, and those that were named before. */
export async function listSoftwareModels(ports: Reads): Promise<ListedModel[]> {
  const [models, profiles] = await Promise.all([ports.models.list(), ports.profiles.list()]);
  const listed = new Map(models.map((model) => [model.id, emptyModel(model.id, model.id, models)]));
  for (const profile of profiles) {
    for (const { roleKey, name, subscriptions } of await countSubscriptions(profile, ports)) {
      const before = listed.get(roleKey) ?? emptyModel(roleKey, name, models);
      listed.set(roleKey, {
        ...before,
        roleName: name,
        subscriptions: before.subscriptions + subscriptions,
        profiles: [...before.profiles, profile.displayName],
      });
    }
  }
  return [...listed.values()].sort((a, b) => a.roleKey.localeCompare(b.roleKey, 'en'));
}

function emptyModel(roleKey: RoleKey, roleName: string, models: readonly SoftwareModel[]): ListedModel {
  const model = models.find(({ id }) => id === roleKey);
  return {
    roleKey,
    roleName,
    model,
    isRecognized: isRecognized(roleKey, models),
    subscriptions: 0,
    profiles: [],
  };
}

/** From the last evaluation, which counts a seat that two profiles read once; counted from the list where there is none. */
async function countSubscriptions(
  profile: IntegrationProfile,
  { subscriptions, positions }: Reads,
): Promise<{ roleKey: RoleKey; name: string; subscriptions: number }[]> {
  const [generation, position] = await Promise.all([subscriptions.findCurrent(profile.id), positions.find(profile.id)]);
  if (!generation) return [];
  const counts = new Map(position?.byRole.map(({ roleKey, seats, excluded }) => [roleKey, seats + excluded]));
  if (!position) {
    const numbers = Array.from({ length: generation.buckets }, (_, bucket) => bucket);
    await inParallel(numbers, async (bucket) => {
      for (const holder of await subscriptions.readBucket(generation, bucket)) {
        for (const { roleKey } of subscriptionsOf(holder, generation.roles))
          counts.set(roleKey, (counts.get(roleKey) ?? 0) + 1);
      }
    });
  }
  return generation.roles.map(({ key, name }) => ({ roleKey: key, name, subscriptions: counts.get(key) ?? 0 }));
}

export interface SaveModel {
  readonly roleKey: RoleKey;
  readonly revision: number;
  readonly name: string | null;
  readonly unitCost: SoftwareModel['unitCost'];
  readonly caller: AccountId;
}

const LONGEST_NAME = 100;

/** Names an application and says what its seat costs. All its subscriptions carry the name from now on, and savings the cost. */
export async function saveSoftwareModel(
  { caller, roleKey, revision, unitCost, name: entered }: SaveModel,
  ports: Reads & Pick<Ports, 'clock' | 'evidence'>,
): Promise<Outcome<SoftwareModel>> {
  const listed = await listSoftwareModels(ports);
  if (!listed.some((each) => each.roleKey === roleKey))
    return refuse('not-found', 'No subscription has this identifier any more. Reload the page.');
  const name = entered?.trim() === '' ? null : (entered?.trim() ?? null);
  const fields = problemsOf({ roleKey, name, unitCost }, listed);
  if (fields.length > 0) return refuse('bad-input', 'Some fields need your attention.', fields);
  const changedAt = ports.clock.now();
  try {
    const saved = await ports.models.save({ id: roleKey, revision, name, unitCost, changedAt, changedBy: caller });
    await ports.evidence.append({
      kind: 'software-model-saved',
      at: changedAt,
      by: caller,
      subject: null,
      candidate: null,
      text: `Software model of ${roleKey} changed.`,
      details: { roleKey, name, unitCost },
    });
    return done(saved);
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
    return refuse('conflict', 'Somebody else changed this software model. Reload the page and make your change again.');
  }
}

function problemsOf(
  { roleKey, name, unitCost }: Pick<SaveModel, 'roleKey' | 'name' | 'unitCost'>,
  listed: readonly ListedModel[],
): { field: string; problem: string }[] {
  const others = listed.filter((each) => each.roleKey !== roleKey);
  const paid = others.flatMap(({ model }) => (model?.unitCost ? [model] : []));
  const problems = [];
  if (name !== null && name.length > LONGEST_NAME)
    problems.push({ field: 'name', problem: `A name has at most ${LONGEST_NAME} characters.` });
  if (name !== null && /[\p{Cc}\p{Zl}\p{Zp}]/u.test(name))
    problems.push({ field: 'name', problem: 'A name is one line, without tabs.' });
  if (name !== null && others.some(({ model, roleName }) => (model?.name ?? roleName) === name))
    problems.push({ field: 'name', problem: `Another application is named ${name} already.` });
  if (unitCost && paid.length > 0 && currencyOf(paid) !== unitCost.currency) {
    const problem = `Other unit costs are in ${currencyOf(paid)}, and sums need one currency. Use it, or clear the other costs first.`;
    problems.push({ field: 'currency', problem });
  }
  return problems;
}

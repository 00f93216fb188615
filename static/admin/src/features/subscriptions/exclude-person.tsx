import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import type { AccountId } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { failureOf } from '../../api/call';
import { useCommand } from '../../api/queries';
import { Row } from '../../components/layout';
import { useMay } from '../../components/role-notice';

/** Keeps every seat of this person out of numbers and candidates; undone on the page Exclusions. */
export function ExcludePerson({ accountId }: { readonly accountId: AccountId }) {
  const client = useQueryClient();
  const may = useMay('integrator') === true;
  const save = useCommand('saveExclusion', () => {
    for (const stale of ['listExclusions', 'subscription-rows']) void client.invalidateQueries({ queryKey: [stale] });
    tell('success', 'The person is excluded', 'Counts and candidates follow at the next daily run.');
  });
  return (
    <Row>
      <Button
        spacing="compact"
        isDisabled={!may}
        isLoading={save.isPending}
        onClick={() =>
          save.mutate(
            { target: { kind: 'user', accountId }, active: true },
            { onError: (error) => tell('error', 'The person was not excluded', failureOf(error).message) },
          )
        }
      >
        Exclude this person
      </Button>
    </Row>
  );
}

import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AppRolesInput, AppRolesView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { call, failureOf } from '../../api/call';
import { draftOf, isChanged, onTopOf, type AccessDraft } from './access-draft';

interface Edit {
  readonly base: AppRolesView;
  readonly draft: AccessDraft;
  /** Somebody else's change was taken in below the person's own. */
  readonly wasMerged: boolean;
}

/** An edit of the roles that survives somebody else's. */
export function useAccessEditor(latest: AppRolesView) {
  const client = useQueryClient();
  const [stored, setEdit] = useState<Edit>({ base: latest, draft: draftOf(latest), wasMerged: false });
  const edit = latest.revision > stored.base.revision ? follow(stored, latest) : stored;
  if (edit !== stored) setEdit(edit);
  const save = useMutation<AppRolesView, Error, AppRolesInput>({
    mutationFn: (input) => call('saveAppRoles', input),
    onSuccess: (saved) => {
      setEdit({ base: saved, draft: draftOf(saved), wasMerged: false });
      client.setQueryData(['getAppRoles', {}], saved);
      tell('success', 'The roles are saved', 'They count from now on; what is only looked at follows within a minute.');
    },
    onError: (error) => {
      if (failureOf(error).code === 'conflict') void client.invalidateQueries({ queryKey: ['getAppRoles'] });
    },
  });
  return {
    ...edit,
    isDirty: isChanged(edit.draft, edit.base),
    save,
    send: () => save.mutate({ ...edit.draft, revision: edit.base.revision }),
    change: (part: Partial<AccessDraft>) => setEdit((before) => ({ ...before, draft: { ...before.draft, ...part } })),
    discard: () => setEdit(({ base }) => ({ base, draft: draftOf(base), wasMerged: false })),
  };
}

function follow({ base, draft }: Edit, latest: AppRolesView): Edit {
  const wasMerged = isChanged(draft, base);
  return { base: latest, draft: wasMerged ? onTopOf(latest, base, draft) : draftOf(latest), wasMerged };
}

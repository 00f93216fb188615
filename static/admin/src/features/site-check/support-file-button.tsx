import Button from '@atlaskit/button/new';
import { useMutation } from '@tanstack/react-query';
import { tell } from '../../api/bridge';
import { call, failureOf } from '../../api/call';
import { useNow } from '../../api/now';
import { downloadFile, fileName } from '../../components/export/download';

/** Saves what was found as a file for support: no account, no name. */
export function SupportFileButton() {
  const now = useNow();
  const save = useMutation({
    mutationFn: () => call('getSupportFile', {}),
    onSuccess: (file) =>
      downloadFile(fileName('site-check', now, 'json'), 'application/json', [JSON.stringify(file, null, 2)]),
    onError: (error) => tell('error', 'The file was not saved', failureOf(error).message),
  });
  return (
    <Button isLoading={save.isPending} onClick={() => save.mutate()}>
      Export support file
    </Button>
  );
}

import { Moment } from './moment';
import { PersonName } from './person';

/** A moment, and who it was. */
export function When({ at, by }: { readonly at: string; readonly by: string | null }) {
  return (
    <>
      <Moment at={at} />
      {by ? (
        <>
          {' by '}
          <PersonName accountId={by} />
        </>
      ) : null}
    </>
  );
}

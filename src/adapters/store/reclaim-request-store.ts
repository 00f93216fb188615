import { z } from 'zod';
import { NO_REQUESTS, type ReclaimRequests } from '../../domain/reclaim-request';
import type { ReclaimRequestStore } from '../../ports/reclaim-request-store';
import { v, withoutVersion } from './schemas';
import { SettingsDocument } from './settings-document';

const RequestsRecord: z.ZodType<ReclaimRequests> = z
  .object({
    v,
    revision: z.number().int(),
    requests: z.array(
      z.object({
        id: z.string(),
        profileId: z.string(),
        by: z.string(),
        at: z.number(),
        numbers: z.array(z.string()),
        decision: z
          .object({
            kind: z.enum(['approved', 'declined', 'withdrawn']),
            at: z.number(),
            by: z.string(),
            note: z.string(),
          })
          .nullable(),
      }),
    ),
  })
  .transform(withoutVersion);

/** `reclaim-requests.<profile>` → the newest requests for approval, in one record. */
export class KvsReclaimRequestStore implements ReclaimRequestStore {
  find(profileId: string): Promise<ReclaimRequests> {
    return requestsOf(profileId).find();
  }

  replace(profileId: string, requests: ReclaimRequests): Promise<ReclaimRequests> {
    return requestsOf(profileId).replace(requests);
  }
}

function requestsOf(profileId: string): SettingsDocument<ReclaimRequests> {
  return new SettingsDocument(
    `reclaim-requests.${profileId}`,
    RequestsRecord,
    NO_REQUESTS,
    'The requests for approval',
  );
}

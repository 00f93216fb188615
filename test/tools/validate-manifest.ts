import { ProcessorBuilder, ValidationTypes } from '@forge/manifest';
import type { Problem } from './problem';

const FILE = 'manifest.yml';

/**
 * What Atlassian's own validator has against manifest.yml of the working directory (where it insists on looking). The
 * built page must be there: the validator looks for the folders of resources.
 */
export async function manifestProblems(): Promise<Problem[]> {
  const processor = ProcessorBuilder.instance()
    .withValidation(ValidationTypes.FULL)
    .withOptions({ deprecatedRuntimes: [] })
    .build();
  const { errors } = await processor.process();
  return (errors ?? []).map(({ level, message, line }) => ({ level, message, file: FILE, line: line ?? 0 }));
}

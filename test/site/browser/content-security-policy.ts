import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';

/** The content security policy that production sends with this page of the app, computed by the platform's own package. */
export function contentSecurityPolicy(options: {
  html: string;
  permissions: unknown;
  shellOrigin: string;
  appOrigin: string;
}): string {
  const processing = new CSPProcessingService({ info() {} }, load);
  const details = processing.getCspDetails(options.html, options.permissions ?? {});
  const directives: string[] = new CSPInjectionService().getInjectableCSP({
    existingCSPDetails: details,
    microsEnv: 'prod',
    tunnelCSPReporterUri: `${options.appOrigin}/__frame/csp-report`,
    hostname: options.shellOrigin,
  } as never);
  return directives
    .map((directive) => (directive.startsWith('frame-ancestors') ? `${directive} ${options.shellOrigin}` : directive))
    .join('; ');
}

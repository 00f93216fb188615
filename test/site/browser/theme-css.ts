const THEMES = ['light', 'dark', 'spacing', 'typography', 'shape', 'motion'] as const;

/** The design tokens of Atlassian's own themes as one style sheet, as the platform's CDN serves them to app frames. */
export function themeCss(): string {
  return THEMES.map((name) => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const artifact = require(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${name}.js`) as { default: string };
    return artifact.default;
  }).join('\n');
}

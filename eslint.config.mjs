import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';

/**
 * The layers (docs/architecture.md): what each folder may import besides itself. `types` may be imported by
 * `import type` alone; `files` are single files of another layer; where `packages` is given, there are no others.
 */
const layers = {
  domain: { imports: [], packages: [] },
  workflows: {
    imports: ['domain'],
    types: ['activities'],
    packages: ['@temporalio/workflow', '@temporalio/common'],
  },
  infra: { imports: ['domain'], files: ['workflows/names', 'workflows/searchAttributes'] },
  activities: { imports: ['domain', 'infra'], files: ['workflows/names'] },
  api: { imports: ['domain', 'infra'], types: ['workflows'], files: ['workflows/names'] },
  worker: {
    imports: ['domain', 'infra', 'activities'],
    types: ['workflows'],
    files: ['workflows/names', 'workflows/searchAttributes'],
  },
  // Knows the API by its description alone, whose types are generated into the folder itself.
  web: {
    imports: [],
    packages: [
      'vue',
      'vue-router',
      'vue-i18n',
      'openapi-fetch',
      'element-plus/es/components/.+',
      'echarts/(core|charts|components|renderers)',
    ],
  },
};

/** A rehearsal is a worker with the API beside it, on one clock. */
const rehearsal = { ...layers.worker, imports: [...layers.worker.imports, 'api'] };

/** Folders below a layer's own, deeper than any there is. */
const depths = [0, 1, 2, 3, 4];

/** An import leaves its layer by as many `../` as the file lies deep, so each depth has patterns of its own. */
function layerRules(layer) {
  return depths.map((depth) => ({
    files: [`${layer}/${'*/'.repeat(depth)}*.{ts,vue}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: forbidden(layer, depth + 1) }],
    },
  }));
}

function forbidden(layer, ups, { imports, types = [], files = [], packages } = layers[layer]) {
  const out = `^(\\.\\./){${ups}}`;
  const whole = [...imports, ...types].map((folder) => `${folder}(/|$)`);
  const single = files.map((file) => `${file}$`);
  const message = `${layer}/ may not import this: see the layers in eslint.config.mjs.`;
  const leaving = single.length + whole.length === 0 ? out : `${out}(?!${[...whole, ...single].join('|')})`;
  const typed = single.length === 0 ? '' : `(?!${single.join('|')})`;
  return [
    { regex: leaving, message },
    // A path is written as short as it goes, or it could pass the pattern above by a detour.
    { regex: '^\\./\\.|[^./]/\\.\\.?(/|$)|^/', message: 'Write the shortest relative path.' },
    ...types.map((folder) => ({
      regex: `${out}${typed}${folder}(/|$)`,
      allowTypeImports: true,
      message: `${layer}/ takes nothing but types from ${folder}/: use import type.`,
    })),
    ...(packages === undefined ? [] : [foreignPackages(layer, packages)]),
  ];
}

function foreignPackages(layer, packages) {
  const known = packages.length === 0 ? '' : `(?!(${packages.join('|')})$)`;
  return { regex: `^${known}[^.]`, message: `${layer}/ uses ${packages.join(' and ') || 'no package'}.` };
}

const bannedSyntax = [
  {
    selector: 'TSEnumDeclaration',
    message: 'Write a vocabulary: an `as const` object with a label for each value.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Export by name.' },
  {
    selector: 'ImportExpression[source.value=/^\\./]',
    message: 'Import our own files statically, so that the layers hold.',
  },
];

const bannedInTheSandbox = {
  selector: 'ImportExpression',
  message: 'Rules and workflows import statically.',
};

export default tseslint.config(
  { ignores: ['node_modules/', '.data/', 'dist/', 'coverage/', 'web/generated/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.js', '**/*.mjs', '**/*.vue'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-control-regex': 'error',
    },
  },
  ...vue.configs['flat/recommended'].map((rules) => ({ ...rules, files: ['web/**/*.vue'] })),
  {
    files: ['**/*.ts', '**/*.vue'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { requireDefaultForNonUnion: true, considerDefaultExhaustiveForUnions: false },
      ],
      '@typescript-eslint/naming-convention': [
        'error',
        {
          selector: 'typeLike',
          format: ['PascalCase'],
          custom: { regex: '^I[A-Z]|(Impl|Manager|Dto|Schema)$', match: false },
        },
      ],
      // `async` turns a throw into a rejection, which is what a port promises.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A callback of one call stays one line.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `||` on a text means: or where it is empty.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      'no-restricted-syntax': ['error', ...bannedSyntax],
    },
  },
  {
    files: ['web/**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } },
    rules: {
      // Written as prettier and the types have it.
      'vue/html-self-closing': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
      // Types of imported screens are known to vue-tsc alone.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // A screen is loaded when somebody goes there.
    files: ['web/screens.ts', 'web/caseScreens.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...bannedSyntax.filter(({ selector }) => !selector.startsWith('Import')),
      ],
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['infra/settings.ts', 'test/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'infra/settings.ts reads the environment, and nothing else.',
        },
      ],
    },
  },
  {
    files: ['domain/**/*.ts', 'workflows/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...bannedSyntax, bannedInTheSandbox] },
  },
  ...Object.keys(layers).flatMap(layerRules),
  {
    files: ['worker/rehearsal/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: forbidden('worker', 2, rehearsal) }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);

import { join } from 'node:path';
import ts from 'typescript';
import { filesOfTheHouse, ROOT, textOf } from './house';

const files = filesOfTheHouse();
const inRooms = files.filter((file) => /^(apps|libs|test|docs|docker)\//.test(file));
const code = inRooms.filter((file) => /\.(ts|mjs|cjs)$/.test(file));
const libraries = [...new Set(files.flatMap((file) => /^libs\/([^/]+)\//.exec(file)?.[1] ?? []))];

/** Every statement at the top level of every source file, with the file it stands in. */
function topLevelStatements(): { file: string; statement: ts.Statement }[] {
  return code.flatMap((file) =>
    ts
      .createSourceFile(file, textOf(file) ?? '', ts.ScriptTarget.Latest)
      .statements.map((statement) => ({ file, statement })),
  );
}

function exportsByDefault(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement)) return true;
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    return (
      clause !== undefined &&
      ts.isNamedExports(clause) &&
      clause.elements.some(({ name }) => name.text === 'default')
    );
  }
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
}

function typeName(statement: ts.Statement): string | undefined {
  const namesAType =
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return namesAType ? statement.name?.text : undefined;
}

/** What each library shows without a doc comment, as `libs/<library>/index.ts: <name>`. */
function undocumentedExports(): string[] {
  const indexes = libraries.map((library) => `libs/${library}/index.ts`);
  // Names and comments are all that is asked for, so the types of the language itself need not be read.
  const program = ts.createProgram(
    indexes.map((index) => join(ROOT, index)),
    {
      noLib: true,
      types: [],
      module: ts.ModuleKind.Node20,
      paths: { '@evenhand/*': [join(ROOT, 'libs/*')] },
    },
  );
  const checker = program.getTypeChecker();
  return indexes.flatMap((index) => {
    const source = program.getSourceFile(join(ROOT, index));
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) return [`${index}: exports nothing`];
    return checker
      .getExportsOfModule(module)
      .filter((symbol) => {
        const declared = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
        return declared.getDocumentationComment(checker).length === 0;
      })
      .map((symbol) => `${index}: ${symbol.name}`);
  });
}

describe('The layout of the house', () => {
  it('has at its top level only the rooms and papers of the architecture, and dotfiles', () => {
    const rooms = 'apps libs docker docs test';
    const papers =
      'README.md LICENSE package.json package-lock.json tsconfig.json nest-cli.json docker-compose.yml eslint.config.mjs';
    const known = new Set(`${rooms} ${papers}`.split(' '));
    const found = new Set(files.map((file) => file.split('/')[0]!));
    expect([...found].filter((name) => !name.startsWith('.') && !known.has(name))).toEqual([]);
  });

  it('has an index.ts in every library', () => {
    expect(libraries.filter((library) => !files.includes(`libs/${library}/index.ts`))).toEqual([]);
  });

  it('has nothing in a context but its domain, its application and its index.ts', () => {
    const contexts = libraries.filter((library) =>
      files.some((file) => file.startsWith(`libs/${library}/domain/`)),
    );
    const strays = files.filter((file) => {
      const [room, library, inside] = file.split('/');
      return (
        room === 'libs' &&
        contexts.includes(library!) &&
        !['domain', 'application', 'index.ts'].includes(inside!)
      );
    });
    expect(strays).toEqual([]);
  });

  it('names files and folders in kebab-case', () => {
    const kebabCase = /^[a-z0-9]+([-.][a-z0-9]+)*$/;
    const dockerfile = /^docker\/[a-z0-9]+(-[a-z0-9]+)*\.Dockerfile$/;
    const offenders = inRooms.filter(
      (file) =>
        !dockerfile.test(file) &&
        file.split('/').some((name) => !kebabCase.test(name.replace(/^\./, '')) && name !== 'README.md'),
    );
    expect(offenders).toEqual([]);
  });

  it('gives a source file no role but the known ones', () => {
    const roles = 'repository|row|controller|dto|page|processor|command|module|guard|filter|interceptor';
    const specs = '(?:properties\\.|vectors\\.)?spec|medium-spec|e2e-spec|browser-spec|chaos-spec';
    const roled = new RegExp(`^[^.]+(?:\\.(?:${roles}))?(?:\\.(?:${specs}))?\\.(?:ts|mjs|cjs)$`);
    const offenders = code.filter((file) => !roled.test(file.split('/').at(-1)!));
    expect(offenders.filter((file) => file !== 'test/jest.config.cjs')).toEqual([]);
  });

  it('calls nothing utils, helpers or common', () => {
    const saysNothing = /(^|[-./])(utils?|helpers?|common)([./]|$)/;
    expect(files.filter((file) => saysNothing.test(file))).toEqual([]);
  });

  it('exports nothing by default', () => {
    const offenders = topLevelStatements().filter(({ statement }) => exportsByDefault(statement));
    expect(offenders.map(({ file }) => file)).toEqual([]);
  });

  it('names no type IThing or BaseThing', () => {
    const offenders = topLevelStatements().filter(({ statement }) =>
      /^(I|Base)[A-Z][a-z]/.test(typeName(statement) ?? ''),
    );
    expect(offenders.map(({ file, statement }) => `${file}: ${typeName(statement) ?? ''}`)).toEqual([]);
  });

  it('gives every shape of the interface a name of its own, by which its description knows it', () => {
    const names = topLevelStatements().flatMap(({ file, statement }) =>
      file.endsWith('.dto.ts') && ts.isClassDeclaration(statement) ? (statement.name?.text ?? []) : [],
    );
    expect(names.length).toBeGreaterThan(200);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('explains in a doc comment everything that a library shows', () => {
    expect(undocumentedExports()).toEqual([]);
  });

  it('names no folder of one machine and no package registry', () => {
    const machinePath = /(?<![\w.@*>}-])\/(?:work|root|tmp)\b(?![-.])/;
    const registry = /registry\.(?:npmjs|yarnpkg)\.|npm\.pkg\.github\.|"resolved": "https?:/;
    const offenders = files.flatMap((file) =>
      (textOf(file) ?? '')
        .split('\n')
        .flatMap((line, at) =>
          machinePath.test(line) || registry.test(line)
            ? [`${file}:${at + 1}: ${line.trim().slice(0, 120)}`]
            : [],
        ),
    );
    expect(offenders).toEqual([]);
  });

  it('locks the packages of every platform, so that npm ci works wherever a stranger sits', () => {
    // npm leaves out of the lock file what it could not see where it was made.
    const { packages } = JSON.parse(textOf('package-lock.json') ?? '{}') as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const missing = Object.values(packages)
      .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
      .filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)));
    expect(missing).toEqual([]);
  });
});

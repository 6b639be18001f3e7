import { DomainError } from '@evenhand/kernel';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { catalogueCommand, type CatalogueCommandOptions } from './catalogue.command';
import type { CommandOutput } from './command-output';
import type { GrantCommandOptions } from './grant.command';
import { matchCommand, type MatchCommandOptions } from './match.command';
import type { ImportCommandOptions } from './import.command';
import type { MigrateCommandOptions } from './migrate.command';
import { solveCommand, type SolveCommandOptions } from './solve.command';
import type { VerifyLogCommandOptions } from './verify-log.command';
import { verifyCommand, type VerifyCommandOptions } from './verify.command';

const DONE = 0;
/** What was asked is not so. */
const NO = 1;
/** Wrong use, or input that cannot be read. */
const WRONG_USE = 2;
/** A fault of the program itself, which nothing in the input can mend. */
export const PROGRAM_FAULT = 70;

/**
 * Carries out one command line, from reading its words to saying what is wrong with them.
 *
 * @param args what follows the program's name
 * @returns the exit code
 */
export async function commandLine(args: readonly string[], output: CommandOutput): Promise<number> {
  let code: number = DONE;
  const program = new Command('evenhand')
    .description('Mentoring and talent-pool matching for health and care: exact, even-handed, explained.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.out.write(text),
      writeErr: (text) => output.progress.write(text),
    })
    .configureHelp({ showGlobalOptions: true });
  addWorkOnFiles(program, output, (yes) => (code = yes ? DONE : NO));
  addWorkOnService(program, output, (yes) => (code = yes ? DONE : NO));
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return refuse(error, args.includes('--json'), output);
  }
}

/** @param say is told what a command that is a question was answered: whether it is so */
function addWorkOnFiles(program: Command, output: CommandOutput, say: (yes: boolean) => void): void {
  program
    .command('match')
    .description('match the people of two CSV files: the whole job, without a server')
    .requiredOption('--mentees <file>', 'those who ask, as CSV UTF-8', named)
    .requiredOption('--mentors <file>', 'those who offer, as CSV UTF-8', named)
    .requiredOption('--out <folder>', 'where matches, reasons, access, problem and result are written', named)
    .option('--rules <file>', 'the rules of the round, as JSON; without it the documented defaults', named)
    .option('--map <file>', 'how to read files with other columns and values', named)
    .option('--catalogue <file>', 'the professions, grades and stages of another sector', named)
    .option('--baseline <file>', 'headcounts by profession, as CSV, for ask rate and reach', named)
    .option('--earlier <file>', 'pairs not to be made again, as CSV: a former matches.csv will do', named)
    .option('--date <day>', 'the day of the round, YYYY-MM-DD, up to which waiting is counted', today())
    .option(
      '--seed <text>',
      'decides between matchings that are equal in everything else; overrides the rules',
    )
    .option('--json', 'print the outcome for machines')
    .action((options: MatchCommandOptions) => matchCommand(options, output));

  program
    .command('solve')
    .description('solve one allocation problem (evenhand.problem/1)')
    .argument('[problem]', 'the problem file; standard input without it', named, '-')
    .option('--out <file>', 'where the result is written; standard output without it', named)
    .option('--json', 'print what else there is to say for machines, too; the result is JSON either way')
    .action(async (problem: string, options: SolveCommandOptions) =>
      say(await solveCommand(problem, options, output)),
    );

  program
    .command('verify')
    .description('check, without solving, that a result is the best matching of a problem')
    .argument('<problem>', 'the problem file (evenhand.problem/1)', named)
    .argument('<result>', 'the result file (evenhand.result/1), with its certificate', named)
    .option('--json', 'print the verdict for machines')
    .action((problem: string, result: string, options: VerifyCommandOptions) =>
      say(verifyCommand(problem, result, options, output)),
    );

  program
    .command('catalogue')
    .description(
      'list the codes of professions, grades, stages, competencies, experiences and regions, as CSV',
    )
    .option('--catalogue <file>', 'those of another sector', named)
    .option('--out <file>', 'where the list is written; standard output without it', named)
    .action((options: CatalogueCommandOptions) => catalogueCommand(options, output));
}

/** What works on the service's database is loaded only when it is asked for: matching two files needs none of it. */
function addWorkOnService(program: Command, output: CommandOutput, say: (yes: boolean) => void): void {
  program
    .command('migrate')
    .description('bring the tables of the service’s database (DATABASE_URL) up to this version')
    .option('--revert <steps>', 'take back so many migrations instead, the newest first', wholeNumber)
    .option('--json', 'print what was done for machines')
    .action(async (options: MigrateCommandOptions) =>
      (await import('./migrate.command.js')).migrateCommand(options, output),
    );

  program
    .command('import')
    .description('import the people of one or two CSV files into a programme of the service (DATABASE_URL)')
    .requiredOption('--programme <name>', 'the programme', named)
    .option('--mentees <file>', 'those who ask, as CSV UTF-8', named)
    .option('--mentors <file>', 'those who offer, as CSV UTF-8', named)
    .option('--create', 'make the programme where there is none of that name')
    .option('--map <file>', 'how to read files with other columns and values', named)
    .option('--workforce <file>', 'headcounts by profession, as CSV, for ask rate and reach', named)
    .option('--json', 'print what was done for machines')
    .action(async (options: ImportCommandOptions) =>
      (await import('./import.command.js')).importCommand(options, output),
    );

  program
    .command('grant')
    .description('give a role to somebody, or to a machine, as the operator of the service (DATABASE_URL)')
    .requiredOption('--role <role>', 'coordinator, hr_auditor, talent_board or platform_admin', named)
    .option('--email <address>', 'the address with which somebody signs in, or will', named)
    .option('--client <id>', 'or the client id of a machine', named)
    .option('--programme <name>', 'the programme in which it holds; every one without', named)
    .option(
      '--organisation <name or id>',
      'of hr_auditor: the organisation whose own auditor it makes',
      named,
    )
    .option('--json', 'print what was done for machines')
    .action(async (options: GrantCommandOptions) =>
      (await import('./grant.command.js')).grantCommand(options, output),
    );

  program
    .command('verify-log')
    .description('check that nothing in the audit log was altered, removed or moved (DATABASE_URL)')
    .option('--heads <folder>', 'the heads that were kept of it; AUDIT_HEADS_FOLDER without it', named)
    .option(
      '--keys <file>',
      'public keys (PEM) by which the heads are checked; without it those of SIGNING_KEY_FILE and FORMER_KEYS_FILE',
      named,
    )
    .option('--json', 'print the verdict for machines')
    .action(async (options: VerifyLogCommandOptions) =>
      say(await (await import('./verify-log.command.js')).verifyLogCommand(options, output)),
    );
}

/** An empty name would quietly mean the current folder. */
function named(path: string): string {
  if (path.trim() === '') {
    throw new InvalidArgumentError('It must not be empty.');
  }
  return path;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) {
    throw new InvalidArgumentError('It must be a whole number from 1 up.');
  }
  return Number(text);
}

function today(): string {
  const now = new Date();
  const twoDigits = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

/** Says what is wrong, one line for each fault, and gives the exit code that goes with it. */
function refuse(error: unknown, asJson: boolean, output: CommandOutput): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) {
      return DONE; // Help that was asked for is no fault.
    }
    // Commander has said it on standard error already.
    tellMachines('usage.wrong', [error.message.replace(/^error: /, '')], asJson, output);
    return WRONG_USE;
  }
  if (!(error instanceof DomainError)) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    output.progress.write(`evenhand: this is a fault of the program: ${said}\n`);
    return PROGRAM_FAULT;
  }
  const problems = error.problems.length > 0 ? error.problems : [error.message];
  output.progress.write(`${output.progress.isTTY ? '\r\u001b[K' : ''}${problems.join('\n')}\n`);
  tellMachines(error.code, problems, asJson, output);
  return WRONG_USE;
}

function tellMachines(
  code: string,
  problems: readonly string[],
  asJson: boolean,
  { out }: CommandOutput,
): void {
  if (asJson) {
    out.write(`${JSON.stringify({ error: { code, message: problems[0], problems } })}\n`);
  }
}

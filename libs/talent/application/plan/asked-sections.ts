import type { CatalogueContent, PlanBehaviour, PlanChapter, ReadinessStatement } from '@evenhand/taxonomy';
import type { SectionKind } from '../../domain/plan/plan-section';

/** What the catalogue asks a plan to answer. */
export type AskedSection = ReadinessStatement | PlanBehaviour | PlanChapter;

/** The statements or chapters of a kind, in the catalogue's order. */
export function askedSections(content: CatalogueContent, kind: SectionKind): readonly AskedSection[] {
  switch (kind) {
    case 'readiness':
      return content.readinessStatements;
    case 'behaviour':
      return content.planBehaviours;
    case 'chapter':
      return content.planChapters;
  }
}

/** Whether people let go elsewhere are evidence for it. */
export function showsReleases(asked: AskedSection): boolean {
  return 'showsReleases' in asked && asked.showsReleases;
}

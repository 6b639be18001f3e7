import type { Region } from '../catalogue';

/** The seven regions of NHS England. Labels include their organisation codes and the short forms of reports. */
export const regions: readonly Region[] = [
  {
    code: 'east_of_england',
    title: 'East of England',
    aliases: [
      'East',
      'Eastern',
      'EoE',
      'East of England region',
      'East of England Commissioning Region',
      'Y61',
    ],
  },
  {
    code: 'london',
    title: 'London',
    aliases: ['Greater London', 'London region', 'London Commissioning Region', 'Y56'],
  },
  {
    code: 'midlands',
    title: 'Midlands',
    aliases: ['The Midlands', 'Midlands region', 'Midlands Commissioning Region', 'Y60'],
  },
  {
    code: 'north_east_and_yorkshire',
    title: 'North East and Yorkshire',
    aliases: [
      'NEY',
      'NEandY',
      'Yorkshire and North East',
      'North East and Yorkshire region',
      'North East and Yorkshire Commissioning Region',
      'Y63',
    ],
  },
  {
    code: 'north_west',
    title: 'North West',
    aliases: ['NW', 'North West region', 'North West Commissioning Region', 'Y62'],
  },
  {
    code: 'south_east',
    title: 'South East',
    aliases: ['SE', 'South East region', 'South East Commissioning Region', 'Y59'],
  },
  {
    code: 'south_west',
    title: 'South West',
    aliases: ['SW', 'South West region', 'South West Commissioning Region', 'Y58'],
  },
];

/**
 * Name and version of the allocation engine, as each result states it. A version that could answer a problem with other
 * bytes bears another number.
 */
export const ENGINE = 'evenhand-allocation/3';

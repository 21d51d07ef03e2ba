import { MapChart } from 'echarts/charts';
import { getMap, registerMap, use } from 'echarts/core';
import shapes from '../world.json';

use([MapChart]);

/** The shapes of countries, by ISO alpha-2 codes as the standards' locations have them. */
if (!getMap('world')) {
  registerMap('world', shapes as never);
}

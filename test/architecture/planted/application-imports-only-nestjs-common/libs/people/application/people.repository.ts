// Allowed: Nest wires it.
export { Injectable } from '@nestjs/common';

// Forbidden: the domain asks a package.
export { Injectable } from '@nestjs/common';

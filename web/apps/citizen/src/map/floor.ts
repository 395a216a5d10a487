// OpenLayers calls two functions younger than the browsers the app is made for.
if (!('hasOwn' in Object)) {
  Object.defineProperty(Object, 'hasOwn', {
    value: (owner: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(owner, key),
  })
}
if (!('at' in Array.prototype)) {
  Object.defineProperty(Array.prototype, 'at', {
    value(this: unknown[], index: number) {
      return this[index < 0 ? this.length + index : index]
    },
  })
}

export {}

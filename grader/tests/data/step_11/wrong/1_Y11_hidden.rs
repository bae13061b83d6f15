// task 1: hidden states
self.transformer.forward(ids)

// task 2: always the smallest, from a list
["gpt2", "gpt2-medium", "gpt2-large", "gpt2-xl"].contains(&name).then(Self::gpt2)

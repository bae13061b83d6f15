// task 3: all equally likely
((u * probabilities.len() as f32) as usize).min(probabilities.len() - 1)

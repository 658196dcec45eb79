"""Trains the suite's conditional variational autoencoder (sim/verified-retraining/vae/networks/cvae.ts) by PyTorch on one thread, when asked.

A line of JSON in, a line of JSON out; bench/peers/pytorch.ts drives it. The first line opens: sizes, and a file of little-endian floats with
the weights and then the batch (images, labels, noise). Each further line asks for `steps` training steps at `rate` and is answered with
the milliseconds of processor time that they took and the losses.
"""

import array
import json
import os
import sys
import time

import torch
from torch.nn import Linear, Parameter
from torch.nn.functional import binary_cross_entropy_with_logits, relu

# Layers in the order of the suite's vector of weights: name, inputs, outputs.
def layers(size, classes, hidden, latent):
    return [
        ("encode", size + classes, hidden),
        ("moments", hidden, 2 * latent),
        ("decode", latent + classes, hidden),
        ("pixels", hidden, size),
    ]


class Autoencoder(torch.nn.Module):
    def __init__(self, shapes, weights):
        super().__init__()
        at = 0
        for name, inputs, outputs in shapes:
            layer = Linear(inputs, outputs)
            # The suite keeps a layer's matrix by input, PyTorch by output.
            matrix = weights[at : at + inputs * outputs].view(inputs, outputs).t().contiguous()
            at += inputs * outputs
            layer.weight, layer.bias = Parameter(matrix), Parameter(weights[at : at + outputs].clone())
            at += outputs
            self.add_module(name, layer)

    def loss(self, images, labels, noise):
        encoded = relu(self.encode(torch.cat([images, labels], 1)))
        mean, log_variance = self.moments(encoded).chunk(2, 1)
        latent = mean + torch.exp(0.5 * log_variance) * noise
        logits = self.pixels(relu(self.decode(torch.cat([latent, labels], 1))))
        reconstruction = binary_cross_entropy_with_logits(logits, images, reduction="sum")
        divergence = -0.5 * torch.sum(1 + log_variance - mean.pow(2) - log_variance.exp())
        return reconstruction + divergence

    def gradient(self):
        """The gradient in the order and layout of the suite's vector."""
        return torch.cat([part.flatten() for layer in self.children() for part in (layer.weight.grad.t(), layer.bias.grad)])


def floats(path):
    numbers = array.array("f")
    with open(path, "rb") as file:
        numbers.frombytes(file.read())
    return torch.tensor(numbers)


def products_by():
    """The libraries of matrix products that the process has loaded, where the system tells; PyTorch's own are not among them."""
    try:
        with open("/proc/self/maps") as maps:
            paths = {line.split()[-1] for line in maps if "/" in line}
    except OSError:
        return []
    wanted = ("blas", "libmkl")
    return sorted(path for path in paths if any(word in os.path.basename(path) for word in wanted))


def answer(**values):
    print(json.dumps(values), flush=True)


def main():
    torch.set_num_threads(1)
    torch.manual_seed(1)
    request = json.loads(sys.stdin.readline())
    batch, size, classes, hidden, latent = (request[key] for key in ("batch", "size", "classes", "hidden", "latent"))
    shapes = layers(size, classes, hidden, latent)
    numbers = floats(request["numbers"])
    length = sum((inputs + 1) * outputs for _, inputs, outputs in shapes)
    weights, rest = numbers[:length], numbers[length:]
    images, labels, noise = (part.view(batch, -1) for part in rest.split([batch * size, batch * classes, batch * latent]))
    images, labels, noise = images.contiguous(), labels.contiguous(), noise.contiguous()

    model = Autoencoder(shapes, weights)
    loss = model.loss(images, labels, noise)
    loss.backward()
    with open(request["gradient"], "wb") as file:
        array.array("f", model.gradient().tolist()).tofile(file)
    answer(version=torch.__version__, libraries=products_by(), loss=loss.item())

    optimizer = torch.optim.Adam(model.parameters(), foreach=False)
    for line in sys.stdin:
        request = json.loads(line)
        optimizer.param_groups[0]["lr"] = request["rate"]
        losses = []
        start = time.process_time()
        for _ in range(request["steps"]):
            optimizer.zero_grad(set_to_none=True)
            loss = model.loss(images, labels, noise)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        answer(milliseconds=1000 * (time.process_time() - start), losses=losses)


main()
